/**
 * Every link of a tree of HTML, judged exactly as a browser and a Linux host would.
 *
 * <p>The door is {@link th.oit.check.links.LinkCheck}. Pages are parsed once each; whoever else
 * wants to see them hands in a {@link th.oit.check.links.PageVisitor}. The file system is read, and
 * never asked whether a link is right; no socket is opened; what an item requires is not known
 * here.
 */
package th.oit.check.links;
