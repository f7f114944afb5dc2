/**
 * What a rule finds and what an item asks, told so that an office can act on it: the pages of the
 * rules, which come with the program, and what a list says of an item, with an example that passes.
 *
 * <p>Only tells; judges nothing and reads no site.
 */
package th.oit.explain;
