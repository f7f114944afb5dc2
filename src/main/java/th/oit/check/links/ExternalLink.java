package th.oit.check.links;

/**
 * A link to another host, for whoever asks the network.
 *
 * @param page where it stands, relative to the root
 * @param raw as written
 * @param occurrence from 0: which of several alike on the page, as {@link
 *     th.oit.finding.Origins#of} counts
 * @param address what to ask for
 * @param followed whether a person follows it; else a browser or a machine loads it
 * @param sent whether a form is sent there, so that opening it says nothing
 */
public record ExternalLink(
    String page, String raw, int occurrence, WebAddress address, boolean followed, boolean sent) {}
