package th.oit.catalog;

import java.util.List;
import java.util.Optional;
import th.oit.text.ItemCode;

/**
 * One numbered item of the list.
 *
 * @param noneAllowed whether the list lets a body answer that there was none this year
 * @param confidence in the number and name
 * @param elementsConfidence in the elements
 * @param source where it was found, in words; may be empty
 */
public record Item(
    ItemCode code,
    String name,
    Period period,
    boolean noneAllowed,
    List<Element> elements,
    Confidence confidence,
    Confidence elementsConfidence,
    String source) {
  public Item {
    elements = List.copyOf(elements);
  }

  public Optional<Element> element(String id) {
    return elements.stream().filter(element -> element.id().equals(id)).findFirst();
  }
}
