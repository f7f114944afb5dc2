package th.oit.network;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import th.oit.check.links.WebAddress;

/**
 * What the network said.
 *
 * <p>Asks that differ only in their fragment share one answer, whose {@code asked} is the first of
 * them.
 *
 * @param arrived the address that answered in the end, redirects followed
 * @param status of the last answer; 0 when there was none
 * @param hops the redirects followed, in order
 * @param contentType as sent, such as {@code text/html; charset=utf-8}; empty when unknown
 * @param length of the whole body in bytes as far as known; -1 when unknown
 * @param whole whether all of the body was taken; false for {@link Depth#EXISTS}
 * @param took from the first request of the last attempt to its last byte, redirects included and
 *     waiting in our own queue not
 * @param at when it was answered
 * @param remembered whether it comes from an earlier run
 * @param body the bytes taken, for {@link Depth#PAGE}; empty for the others. Not to be changed.
 * @param file where the body stands, for {@link Depth#FILE} when something came; else null
 */
public record Answer(
    Ask asked,
    WebAddress arrived,
    Reason reason,
    int status,
    List<Hop> hops,
    String contentType,
    long length,
    boolean whole,
    Duration took,
    Instant at,
    boolean remembered,
    byte[] body,
    Path file) {

  public Answer {
    hops = List.copyOf(hops);
  }

  public Verdict verdict() {
    return reason.verdict();
  }

  /** The content type alone, in lower case, without its parameters; empty when unknown. */
  public String mediaType() {
    return Reply.mediaType(contentType);
  }

  /**
   * The address to link to from now on: as far as the redirects are permanent ones; empty when the
   * first is not, or when the way does not end well.
   */
  public Optional<WebAddress> movedTo() {
    if (verdict() != Verdict.FINE) {
      return Optional.empty();
    }
    WebAddress to = null;
    for (Hop hop : hops) {
      if (!hop.permanent()) {
        break;
      }
      to = hop.to();
    }
    return Optional.ofNullable(to);
  }
}
