/**
 * The site as its author sees it while writing: made anew after every change, kept in memory, sent
 * to a browser on this machine that shows the change at once, and judged when it has been shown.
 *
 * <p>Knows how to notice a change, to answer a browser safely, and to say what is wrong. How a site
 * is made and judged it asks of a {@link th.oit.serve.Studio}. Writes to its own folder alone,
 * never to what the public sees; nothing of it stands in published bytes.
 */
package th.oit.serve;
