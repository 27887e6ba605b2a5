"""What the tests in browsers drive: the stage, Gmail, Firefox, and what Alice does there."""
