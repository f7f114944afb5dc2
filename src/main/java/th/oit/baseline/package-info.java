/**
 * The faults of a site that somebody knows of and has put off to a day: a file that lists them, and
 * what it makes of the findings of a check.
 *
 * <p>It decides which findings count; it finds none of its own but about its file, and knows
 * nothing of the gate.
 */
package th.oit.baseline;
