/** Tables and pictures in notebooks: the entry point `consignment-risk/notebook`. */

export { type Displayable, type Displayed, type DisplayOptions, display, type MimeBundle } from "./display.js";
