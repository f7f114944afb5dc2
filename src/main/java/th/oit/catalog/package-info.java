/**
 * What the assessment asks of a year: indicators, sub-indicators, items, elements, periods, weights
 * and ratings, read from YAML.
 *
 * <p>Nothing about any year stands in code. How sure each part is, and where it was found, is kept
 * and shown.
 */
package th.oit.catalog;
