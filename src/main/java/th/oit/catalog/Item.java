package th.oit.catalog;

import java.util.List;
import java.util.Optional;
import th.oit.text.ItemCode;

/**
 * One numbered item of the list.
 *
 * @param noneAllowed whether the list lets a body answer that there was none this year
 * @param topics what it is about, in names that are the same in every year
 * @param every how often its data must be renewed; null when the list does not say
 * @param confidence in the number and name
 * @param elementsConfidence in the elements
 * @param source where it was found, in words; may be empty
 */
public record Item(
    ItemCode code,
    String name,
    Period period,
    boolean noneAllowed,
    List<String> topics,
    Freshness every,
    List<Element> elements,
    Confidence confidence,
    Confidence elementsConfidence,
    String source) {
  public Item {
    topics = List.copyOf(topics);
    elements = List.copyOf(elements);
  }

  public Optional<Element> element(String id) {
    return elements.stream().filter(element -> element.id().equals(id)).findFirst();
  }

  /** The same item with other elements. */
  Item with(List<Element> others) {
    return new Item(
        code,
        name,
        period,
        noneAllowed,
        topics,
        every,
        others,
        confidence,
        elementsConfidence,
        source);
  }
}
