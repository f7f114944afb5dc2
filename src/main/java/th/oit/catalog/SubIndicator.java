package th.oit.catalog;

import java.util.List;

/** A group of items whose marks are averaged. */
public record SubIndicator(String id, String name, Confidence confidence, List<Item> items) {
  public SubIndicator {
    items = List.copyOf(items);
  }
}
