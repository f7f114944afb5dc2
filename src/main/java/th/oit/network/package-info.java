/**
 * Asks other hosts whether an address opens, and says how sure that is: it opens, it is certainly
 * gone, it opens only after a login, or it could not be decided.
 *
 * <p>The door is {@link th.oit.network.Network}; only it opens sockets, politely and within bounds.
 * What an answer means for an item or for the gate is not known here, and no page is crawled.
 */
package th.oit.network;
