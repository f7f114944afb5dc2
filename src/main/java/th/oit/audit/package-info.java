/**
 * Judges a live site as a stranger meets it: crawls it politely, or opens the URLs of an answer
 * sheet as an assessor would, keeps what came in a tree of its own, and lets the checks of a folder
 * judge that tree.
 *
 * <p>What a link, a file or an item must be like is decided in {@code check}, and what an answer of
 * a host means in {@code network}; neither is decided here.
 */
package th.oit.audit;
