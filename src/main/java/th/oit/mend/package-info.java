/**
 * Mends in the office's own files what can be mended without asking: a target whose letters differ
 * from the file that is there, a link to what was moved, a day or a number in another form than the
 * one that is read.
 *
 * <p>Only what has one right answer is touched, and nothing else in a file changes: not its line
 * ends, not its byte order mark, not a space. What was not meant to be mended by a machine, such as
 * the words of a page, belongs to its author.
 */
package th.oit.mend;
