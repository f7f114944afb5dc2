package th.oit.network;

import java.nio.file.Path;
import java.util.Objects;
import th.oit.check.links.WebAddress;

/**
 * One question to the network.
 *
 * @param address what to open; its fragment is not sent and does not count
 * @param into where the body goes for {@link Depth#FILE}; null for the other depths
 */
public record Ask(WebAddress address, Depth depth, Path into) {
  public Ask {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(depth, "depth");
    if ((depth == Depth.FILE) != (into != null)) {
      throw new IllegalArgumentException("a file is named for the depth FILE, and for it alone");
    }
  }

  /** Whether it opens. */
  public static Ask exists(WebAddress address) {
    return new Ask(address, Depth.EXISTS, null);
  }

  /** The page with its text. */
  public static Ask page(WebAddress address) {
    return new Ask(address, Depth.PAGE, null);
  }

  /** The whole body, written to a file, which is replaced when it stands already. */
  public static Ask file(WebAddress address, Path into) {
    return new Ask(address, Depth.FILE, into);
  }
}
