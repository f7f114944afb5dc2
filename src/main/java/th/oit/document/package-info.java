/**
 * What a file is, told from its bytes: its kind, whether it is whole, whether it opens without a
 * password, whether it shows anything, how many pages it has and how their text copies.
 *
 * <p>Nothing here judges: what a damaged file means for an item is for the checks to say. Nothing
 * here trusts a file either: whatever it claims, looking into it takes no more memory and work than
 * {@link th.oit.document.Allowance} grants. Pixels, fonts and rendering are never touched.
 */
package th.oit.document;
