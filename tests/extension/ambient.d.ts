/** The root folder of the checkout, inserted when the tests are bundled. */
declare const ROOT: string;
