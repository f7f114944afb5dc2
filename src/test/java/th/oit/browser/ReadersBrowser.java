package th.oit.browser;

import java.io.IOException;
import java.nio.file.Path;
import th.oit.cli.OurSite;

/** A browser, and the repository's own site served to it. */
record ReadersBrowser(Chromium chromium, Path site, SiteServer server) implements AutoCloseable {
  /** Ends the test, skipped or failed, on a machine that has no browser. */
  static ReadersBrowser start(Path folder) throws IOException {
    return start(folder, OurSite::publish);
  }

  /** As {@link #start(Path)}, with the manual in place of the site. */
  static ReadersBrowser startManual(Path folder) throws IOException {
    return start(folder, OurSite::publishManual);
  }

  private interface Publishing {
    Path below(Path folder) throws IOException;
  }

  private static ReadersBrowser start(Path folder, Publishing publishing) throws IOException {
    Chromium chromium = Chromium.start(folder.resolve("profile"));
    try {
      Path site = publishing.below(folder.resolve("site"));
      return new ReadersBrowser(chromium, site, SiteServer.of(site));
    } catch (RuntimeException | IOException | AssertionError e) {
      chromium.close();
      throw e;
    }
  }

  /** A tab of a phone whose device asks for light colours. */
  Tab phone() {
    return chromium.open().width(360).colours("light");
  }

  Tab desk() {
    return chromium.open().width(1280).colours("light");
  }

  String address(String path) {
    return server.address(path);
  }

  @Override
  public void close() {
    chromium.close();
    server.close();
  }
}
