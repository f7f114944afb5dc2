/**
 * Thai text as a value: digits, dates of the Buddhist era, fiscal years, item codes, folding for
 * comparison, and the paths of URLs.
 *
 * <p>Nothing here reads a file, knows a site or prints.
 */
package th.oit.text;
