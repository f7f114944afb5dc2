package th.oit.catalog;

import java.util.List;

/** An indicator of the disclosure part. */
public record Indicator(String id, String name, List<SubIndicator> subIndicators) {
  public Indicator {
    subIndicators = List.copyOf(subIndicators);
  }
}
