package th.oit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import th.oit.source.Fields;
import th.oit.source.YamlNode;
import th.oit.text.ThaiDigits;

/** Reads the keys {@code service} and {@code featured} of a service's front matter. */
final class ServiceReader {
  /** The rank of what is featured without a number: behind everything that has one. */
  static final int LAST = Integer.MAX_VALUE;

  private ServiceReader() {}

  /** Reads the part; what is missing or wrong is among the findings of the fields. */
  static ServicePart read(Fields front) {
    Integer rank = rank(front);
    front.require("service");
    Optional<Fields> found = front.fields("service");
    if (found.isEmpty()) {
      return new ServicePart(
          null, "", "", null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
          rank);
    }
    Fields service = found.get();
    ServicePart part =
        new ServicePart(
            service
                .text("online")
                .map(target -> new ItemPart.Place(target, service.at("online")))
                .orElse(null),
            service.requiredText("time"),
            service.requiredText("fee"),
            service.text("who").orElse(null),
            service.text("place").orElse(null),
            service.text("hours").orElse(null),
            service.texts("channels"),
            documents(service),
            steps(service),
            service.texts("law"),
            forms(service),
            rank);
    service.refuseOthers();
    return part;
  }

  private static Integer rank(Fields front) {
    Optional<YamlNode> node = front.node("featured");
    if (node.isEmpty()) {
      return null;
    }
    if (node.get() instanceof YamlNode.Scalar scalar) {
      String text = ThaiDigits.toArabic(scalar.text().strip()).toLowerCase(Locale.ROOT);
      if (text.equals("true") || text.equals("yes")) {
        return LAST;
      }
      if (text.equals("false") || text.equals("no")) {
        return null;
      }
      if (text.matches("[1-9][0-9]{0,3}")) {
        return Integer.valueOf(text);
      }
    }
    front.refuse(
        node.get(),
        "ต้องเป็น true หรือลำดับบนหน้าแรก เช่น 1",
        "expected true, or the place on the home page, such as 1");
    return null;
  }

  private static List<ServicePart.Document> documents(Fields service) {
    List<ServicePart.Document> documents = new ArrayList<>();
    for (YamlNode node : service.nodes("documents")) {
      documents.add(
          node instanceof YamlNode.Scalar scalar
              ? new ServicePart.Document(scalar.text().strip(), 0, false, null)
              : document(service.inner(node)));
    }
    return documents;
  }

  private static List<ServicePart.Step> steps(Fields service) {
    List<ServicePart.Step> steps = new ArrayList<>();
    for (YamlNode node : service.nodes("steps")) {
      steps.add(
          node instanceof YamlNode.Scalar scalar
              ? new ServicePart.Step(scalar.text().strip(), null, null)
              : step(service.inner(node)));
    }
    return steps;
  }

  private static ServicePart.Document document(Fields fields) {
    String name = fields.requiredText("name");
    Optional<Integer> copies = fields.integer("copies");
    Optional<Boolean> copy = fields.flag("copy");
    String note = fields.text("note").orElse(null);
    if (copies.isPresent() && copies.get() < 0) {
      fields.refuse(
          fields.node("copies").orElseThrow(),
          "จำนวนสำเนาต้องไม่ติดลบ",
          "the number of copies cannot be negative");
    }
    if (copies.orElse(0) > 0 && copy.isPresent() && !copy.get()) {
      fields.refuse(
          fields.node("copy").orElseThrow(),
          "บอกว่าไม่ต้องใช้สำเนา แต่ copies: ขอสำเนา ให้ลบค่าใดค่าหนึ่ง",
          "'copy' says that no copy is needed, 'copies' asks for some; delete one of them");
    }
    boolean noCopy = copy.map(needed -> !needed).orElse(copies.isPresent() && copies.get() == 0);
    fields.refuseOthers();
    return new ServicePart.Document(name, copies.orElse(0), noCopy, note);
  }

  private static ServicePart.Step step(Fields fields) {
    ServicePart.Step step =
        new ServicePart.Step(
            fields.requiredText("do"),
            fields.text("who").orElse(null),
            fields.text("time").orElse(null));
    fields.refuseOthers();
    return step;
  }

  private static List<ServicePart.Form> forms(Fields service) {
    List<ServicePart.Form> forms = new ArrayList<>();
    for (YamlNode node : service.nodes("forms")) {
      if (node instanceof YamlNode.Scalar scalar) {
        forms.add(
            new ServicePart.Form(new ItemPart.Place(scalar.text().strip(), scalar.at()), null));
      } else {
        Fields form = service.inner(node);
        forms.add(
            new ServicePart.Form(
                new ItemPart.Place(form.requiredText("file"), form.at("file")),
                form.text("title").orElse(null)));
        form.refuseOthers();
      }
    }
    return forms;
  }
}
