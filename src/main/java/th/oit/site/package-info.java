/**
 * The site as an immutable model: configuration, catalogue and content joined into pages, one space
 * of URLs, lists, years and navigation.
 *
 * <p>No HTML here; the model says what is, not how it looks.
 */
package th.oit.site;
