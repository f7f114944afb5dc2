package th.oit.site;

import java.util.Locale;

/** What a public site says of itself, each at its own address. */
public enum Policy {
  PRIVACY("privacy"),
  COOKIES("cookies"),
  WEBSITE("website-policy"),
  SECURITY("security-policy"),
  ACCESSIBILITY("accessibility");

  private final String slug;

  Policy(String slug) {
    this.slug = slug;
  }

  /** Its name in the words of the templates. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where it stands, whether written or made. */
  public String path() {
    return "/" + slug + "/";
  }
}
