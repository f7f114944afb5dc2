/**
 * Getting a finished site onto the disk: a staging folder that is brought up to date file by file,
 * a lock against two runs at once, and the exchange by which the new site replaces the old in one
 * step.
 *
 * <p>Knows bytes and folders, not pages.
 */
package th.oit.output;
