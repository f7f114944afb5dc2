/**
 * Files that a person wrote, as text with exact places: decoding, YAML and CSV in which every value
 * knows its line and column.
 *
 * <p>What the values mean is not known here; that is for the configuration, the catalogue and the
 * content.
 */
package th.oit.source;
