/**
 * By what contents and files are recognised when they are met again: a print of the bytes or
 * characters, and what the file system says of a file without its being read.
 *
 * <p>Knows nothing of what the contents mean, and remembers nothing itself.
 */
package th.oit.identity;
