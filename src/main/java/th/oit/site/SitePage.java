package th.oit.site;

import th.oit.content.ContentPage;

/**
 * A page with its address.
 *
 * @param path decoded path on the site, such as {@code /oit/2567/o14/}
 */
public record SitePage(String path, ContentPage content) {
  /** The file that a server sends for the path: {@code oit/2567/o14/index.html}. */
  public String output() {
    return path.substring(1) + "index.html";
  }
}
