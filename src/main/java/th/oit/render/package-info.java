/**
 * The model made into bytes: Markdown to HTML, FreeMarker templates, feed, sitemap, data files; and
 * a map from what was written back to its source.
 *
 * <p>Judges nothing: a wrong link is written as it was meant, and found by the check of the bytes.
 */
package th.oit.render;
