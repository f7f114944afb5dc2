/**
 * Doing many small things at once and getting the results back in order.
 *
 * <p>Knows nothing of what is done.
 */
package th.oit.work;
