package th.oit.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers findings from any number of threads and gives them back in one order. */
public final class Findings {
  private final List<Finding> gathered = new ArrayList<>();

  public synchronized void add(Finding finding) {
    gathered.add(finding);
  }

  public synchronized void addAll(Collection<Finding> findings) {
    gathered.addAll(findings);
  }

  public synchronized boolean isEmpty() {
    return gathered.isEmpty();
  }

  public synchronized boolean hasErrors() {
    return gathered.stream().anyMatch(Finding::isError);
  }

  /** All findings so far, in {@link Finding#ORDER}, each once. */
  public synchronized List<Finding> sorted() {
    return gathered.stream().distinct().sorted(Finding.ORDER).toList();
  }
}
