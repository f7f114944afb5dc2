package th.oit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the rooms and their one direction: each knows only what stands above it here. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("th.oit");

  /** For each room, the rooms that it may use. */
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("work", List.of());
    ROOMS.put("identity", List.of());
    ROOMS.put("store", List.of("identity"));
    ROOMS.put("memory", List.of("identity"));
    ROOMS.put("text", List.of());
    ROOMS.put("finding", List.of("text"));
    ROOMS.put("source", List.of("text", "finding"));
    ROOMS.put("baseline", List.of("text", "finding", "source"));
    ROOMS.put("document", List.of("text", "finding"));
    ROOMS.put("picture", List.of());
    ROOMS.put("config", List.of("identity", "text", "finding", "source"));
    ROOMS.put("hosting", List.of("text", "config"));
    ROOMS.put("catalog", List.of("text", "finding", "source"));
    ROOMS.put("ita", List.of("text", "finding", "source", "catalog"));
    ROOMS.put(
        "content", List.of("identity", "store", "work", "text", "finding", "source", "config"));
    ROOMS.put("site", List.of("text", "finding", "source", "config", "catalog", "ita", "content"));
    ROOMS.put(
        "render",
        List.of(
            "identity",
            "store",
            "work",
            "text",
            "finding",
            "source",
            "document",
            "picture",
            "config",
            "hosting",
            "catalog",
            "ita",
            "content",
            "site"));
    ROOMS.put("output", List.of("identity", "store", "text", "finding"));
    ROOMS.put(
        "check", List.of("identity", "store", "work", "text", "finding", "document", "catalog"));
    ROOMS.put("network", List.of("work", "text", "finding", "check"));
    ROOMS.put("schema", List.of("text", "finding", "source", "baseline", "config", "catalog"));
    ROOMS.put("explain", List.of("text", "finding", "catalog"));
    ROOMS.put(
        "starter",
        List.of("text", "finding", "source", "config", "catalog", "content", "schema", "explain"));
    ROOMS.put("mend", List.of("text", "finding", "source", "schema", "content", "site"));
    ROOMS.put("report", List.of("text", "finding", "baseline", "catalog", "check"));
    ROOMS.put(
        "audit",
        List.of(
            "work",
            "text",
            "finding",
            "source",
            "document",
            "catalog",
            "check",
            "network",
            "baseline",
            "report"));
    ROOMS.put("readiness", List.of("text", "finding", "catalog", "config", "check", "report"));
    ROOMS.put(
        "serve",
        List.of(
            "identity", "text", "finding", "catalog", "config", "check", "report", "readiness"));
  }

  @Test
  void everyRoomUsesOnlyTheRoomsAboveIt() {
    ROOMS.forEach(
        (room, above) -> {
          List<String> allowed = new ArrayList<>();
          allowed.add("th.oit." + room + "..");
          above.forEach(other -> allowed.add("th.oit." + other + ".."));
          noClasses()
              .that()
              .resideInAPackage("th.oit." + room + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage("th.oit..")
                      .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
              .check(CLASSES);
        });
  }

  @Test
  void everyPackageIsARoom() {
    List<String> rooms = new ArrayList<>();
    ROOMS.keySet().forEach(room -> rooms.add("th.oit." + room + ".."));
    rooms.add("th.oit.cli..");
    classes().should().resideInAnyPackage(rooms.toArray(String[]::new)).check(CLASSES);
  }

  @Test
  void noRoomsFormACircle() {
    slices().matching("th.oit.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyLibraryStaysInItsRoom() {
    only("freemarker..", "th.oit.render..");
    only("org.commonmark..", "th.oit.content..", "th.oit.render..");
    only("org.jsoup..", "th.oit.check..");
    only("picocli..", "th.oit.cli..");
    only("io.nayuki.qrcodegen..", "th.oit.render..");
    only("com.sun.net.httpserver..", "th.oit.serve..");
    only("com.fasterxml.jackson.dataformat..", "th.oit.source..");
    only(
        "com.fasterxml.jackson.core..",
        "th.oit.source..",
        "th.oit.schema..",
        "th.oit.check.links..",
        "th.oit.network..",
        "th.oit.report..",
        "th.oit.readiness..",
        "th.oit.audit..",
        "th.oit.cli..");
  }

  private static void only(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void nobodyUsesTheOldFileClass() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .check(CLASSES);
  }

  /** They throw on real links, resolve some wrongly, and decode a plus sign as a space. */
  @Test
  void nobodyResolvesLinksWithTheClassesOfTheRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLDecoder")
        .orShould()
        .callMethod(java.net.URI.class, "create", String.class)
        .orShould()
        .callMethod(java.net.URI.class, "resolve", String.class)
        .orShould()
        .callConstructor(java.net.URL.class, String.class)
        .check(CLASSES);
    // One class hands addresses, already taken apart and resolved, to the runtime's HTTP client.
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("th.oit.network.Wire")
        .should()
        .callConstructor(java.net.URI.class, String.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheNetworkOpensSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("th.oit.network..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.InetAddress")
        .check(CLASSES);
  }

  @Test
  void nothingChangesBehindTheBackOfOthersInStaticFields() {
    fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(CLASSES);
  }

  @Test
  void onlyTheCommandsPrintAndExit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("th.oit.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void noClassIsNamedForNothingInParticular() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }
}
