/**
 * The office's files as read: Markdown with front matter, tables, lists of people, attachments;
 * each value knows its file, line and column.
 *
 * <p>Nothing here knows a URL or the year's list.
 */
package th.oit.content;
