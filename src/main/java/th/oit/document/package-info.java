/**
 * What a file is, told from its bytes: its kind, whether it is whole, whether it opens without a
 * password, how many pages it has.
 *
 * <p>Nothing here judges: what a damaged file means for an item is for the checks to say. PDFBox is
 * used in this package alone, and its classes are loaded only when a PDF is met; fonts and
 * rendering are never touched.
 */
package th.oit.document;
