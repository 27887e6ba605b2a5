/** The root folder of the checkout; the bundler of the tests inserts its path. */
declare const ROOT: string;
