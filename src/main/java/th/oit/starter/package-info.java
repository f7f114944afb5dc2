/**
 * What the tool lays out for an office to write in: a new site with a prepared page for every item,
 * single pages, and the pages of a new year.
 *
 * <p>Only makes new files, and adds a year to the configuration; no file that stands is ever
 * overwritten. Asks nobody anything: questions belong to the commands.
 */
package th.oit.starter;
