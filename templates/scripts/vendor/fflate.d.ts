// Written by tools/vendor_scripts.py: the package's own types of what fflate.js exports.
export { Inflate, zipSync } from "../../../tools/node/node_modules/fflate/esm/browser.js";
