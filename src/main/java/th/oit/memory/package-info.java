/**
 * What the last run of a command leaves for the next one: by what it would come out the same, and
 * what came out of it.
 *
 * <p>Knows the bytes that were printed, not what they mean, and files by what the file system says
 * of them. It stands at the very start of a command, so nothing here may use a library, reflection
 * or more classes than it needs.
 */
package th.oit.memory;
