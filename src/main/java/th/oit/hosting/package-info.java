/**
 * What a host has to be told of the site in its own words: headers, kinds of files, the page for
 * missing addresses, and where old addresses lead. Texts come out; nothing is read or written here,
 * and nothing is known of pages or templates.
 */
package th.oit.hosting;
