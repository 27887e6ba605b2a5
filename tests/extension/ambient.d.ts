/** The top of the checkout, put in when the tests are bundled. */
declare const ROOT: string;
