/**
 * Pictures as files: how large they are shown, what they say besides their pixels, and smaller
 * copies of them.
 *
 * <p>Nothing here knows a page or an address. Only {@link th.oit.picture.SmallerCopies} touches the
 * desktop classes of Java, so a run that makes no copies does not load them.
 */
package th.oit.picture;
