// Written by tools/vendor_scripts.py: the package's own types of what pdf-lib.js exports.
export { CipherTransformFactory } from "../../../tools/node/node_modules/@cantoo/pdf-lib/cjs/core/crypto.js";
export { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNull, PDFNumber, PDFParser, PDFRawStream, PDFRef, PDFStream, PDFString, decodePDFRawStream, pdfDocEncodingDecode } from "../../../tools/node/node_modules/@cantoo/pdf-lib/cjs/index.js";
