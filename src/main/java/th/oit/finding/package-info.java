/**
 * The common word of every check: a rule, how bad it is, where in the source, what is wrong and
 * what to do about it.
 *
 * <p>No check lives here, and nothing that reads or writes a file.
 */
package th.oit.finding;
