package th.oit.check;

import java.util.List;
import th.oit.check.Outline.Part;
import th.oit.check.Outline.Span;

/**
 * Where a page says that it shows an element.
 *
 * @param href as it stands in the page
 * @param outline of the page on which it lies; null for files and other sites, which are not read
 * @param span the part of that page
 */
record Place(String href, Targets.Target target, Outline outline, Span span) {
  boolean isRead() {
    return outline != null;
  }

  boolean isFile() {
    return outline == null && target.kind() == Targets.Target.Kind.INTERNAL;
  }

  boolean isElsewhere() {
    return target.kind() == Targets.Target.Kind.EXTERNAL
        || target.kind() == Targets.Target.Kind.UNDECIDED;
  }

  List<Part> parts() {
    return outline.in(span);
  }

  /** The parts of the section in which the place lies. */
  List<Part> around() {
    return outline.in(outline.around(span));
  }
}
