package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher for POSIX shells, in a folder with spaces and Thai letters. The jar is made here
 * from the compiled classes, for the build makes its own only after the tests.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir static Path folder;
  private static Path home;
  private static TestSite site;

  @BeforeAll
  static void install() throws IOException {
    home = Files.createDirectories(folder.resolve("เครื่องมือ oit (รุ่น ทดสอบ)"));
    Files.copy(Path.of("oit"), home.resolve("oit"));
    assertTrue(home.resolve("oit").toFile().setExecutable(true));
    Files.createDirectories(home.resolve("target"));
    makeJar(home.resolve("target/oit.jar"));
    site = TestSite.ours(folder.resolve("เว็บไซต์ ตำบล"));
  }

  private static void makeJar(Path jar) throws IOException {
    Path classes = null;
    StringBuilder libraries = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && Files.exists(path.resolve("th/oit/cli/Main.class"))) {
        classes = path;
      } else if (Files.isRegularFile(path) && !path.getFileName().toString().startsWith("slf4j")) {
        libraries.append(path.toUri()).append(' ');
      }
    }
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "th.oit.cli.Main");
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "9.8.7-test");
    attributes.put(Attributes.Name.CLASS_PATH, libraries.toString().strip());
    Path root = classes;
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(root)) {
      for (Path path : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new JarEntry(root.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private static Run launch(Path oit, Path current, Map<String, String> more, String... args)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(oit.toString()), Stream.of(args)).collect(Collectors.toList()));
    builder.directory(current.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("OIT_LANG");
    builder.environment().putAll(more);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static void assertVersion(Run run) {
    assertEquals(0, run.exitCode(), run.all());
    assertEquals("oit 9.8.7-test\n", run.out());
    assertEquals("", run.err());
  }

  @Test
  void itWorksFromAnyFolder() throws Exception {
    assertVersion(launch(home.resolve("oit"), Path.of("/"), Map.of(), "--version"));
    assertVersion(launch(Path.of("./oit"), home, Map.of(), "--version"));
  }

  @Test
  void itWorksThroughALinkAndThroughALinkToALink() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("oit"), home.resolve("oit"));
    Path relative = Files.createSymbolicLink(bin.resolve("again"), Path.of("../bin/oit"));
    assertVersion(launch(link, folder, Map.of(), "--version"));
    assertVersion(launch(relative, Path.of("/"), Map.of(), "--version"));
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    Run found = launch(Path.of("sh"), folder, path, "-c", "oit --version");
    assertVersion(found);
  }

  @Test
  void itPublishesInAFolderWithThaiLettersWhateverTheLocale() throws Exception {
    for (String locale : List.of("C", "POSIX", "C.UTF-8")) {
      Run run =
          launch(
              home.resolve("oit"),
              folder,
              Map.of("LC_ALL", locale),
              "publish",
              "--site",
              "เว็บไซต์ ตำบล",
              "--format",
              "json",
              "--today",
              TestSite.TODAY);
      assertEquals(0, run.exitCode(), run.all());
      assertEquals("", run.err());
      assertEquals(35, run.json().path("catalog").path("passed").asInt());
      assertTrue(run.out().contains("โครงสร้าง"), "Thai is printed as UTF-8");
      assertTrue(site.has("public/oit/2567/o14/index.html"));
    }
    assertTrue(Files.exists(home.resolve("target/oit.jsa")), "classes are laid out for next time");
  }

  @Test
  void theClassesAreLaidOutAnewWhenSomebodyElseMadeTheJar() throws Exception {
    Path archive = home.resolve("target/oit.jsa");
    Files.deleteIfExists(archive);
    Path oit = home.resolve("oit");
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    FileTime madeBefore = FileTime.fromMillis(jarTime() - 60_000);
    Files.setLastModifiedTime(archive, madeBefore);
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    assertTrue(Files.getLastModifiedTime(archive).toMillis() >= jarTime(), "an old archive stayed");
    FileTime made = Files.getLastModifiedTime(archive);
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    assertEquals(made, Files.getLastModifiedTime(archive), "a fresh archive is kept");
  }

  private static long jarTime() throws IOException {
    return Files.getLastModifiedTime(home.resolve("target/oit.jar")).toMillis();
  }

  @Test
  void theExitCodeIsThatOfTheProgram() throws Exception {
    TestSite paphlu = TestSite.named("paphlu", folder.resolve("ป่าพลู"));
    Path oit = home.resolve("oit");
    Map<String, String> none = Map.of();
    assertEquals(1, launch(oit, paphlu.folder(), none, "publish").exitCode());
    assertEquals(2, launch(oit, paphlu.folder(), none, "publich").exitCode());
    assertFalse(paphlu.has("public"));
  }

  @Test
  void anArgumentWithSpacesStaysOneArgument() throws Exception {
    Run run =
        launch(home.resolve("oit"), folder, Map.of("LC_ALL", "C"), "สั่ง งาน", "--lang", "en");
    assertEquals(2, run.exitCode(), run.all());
    assertTrue(run.err().contains("unknown: สั่ง งาน"), run.err());
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Run run =
        launch(home.resolve("oit"), folder, Map.of("JAVA_HOME", "/no/such/java"), "--version");
    assertEquals(2, run.exitCode(), run.all());
    assertTrue(run.err().contains("no Java at JAVA_HOME=/no/such/java"), run.err());
    assertTrue(run.err().contains("ไม่พบ Java ที่ JAVA_HOME=/no/such/java"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aCheckoutIsBuiltWhenTheJarIsMissingOrOlderThanItsSources() throws Exception {
    Path checkout = Files.createDirectories(folder.resolve("ที่ พัฒนา"));
    Files.copy(Path.of("oit"), checkout.resolve("oit"));
    assertTrue(checkout.resolve("oit").toFile().setExecutable(true));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Files.createDirectories(checkout.resolve("templates"));
    Path source = Files.createDirectories(checkout.resolve("src/main")).resolve("Some.java");
    Files.writeString(source, "class Some {}");
    Path bin = Files.createDirectories(folder.resolve("fake bin"));
    Path mvn = bin.resolve("mvn");
    Files.writeString(
        mvn,
        "#!/bin/sh\nset -e\necho built >> builds.txt\nmkdir -p target\ncp \"$JAR\" target/oit.jar\n");
    assertTrue(mvn.toFile().setExecutable(true));
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put("JAR", home.resolve("target/oit.jar").toString());

    Path oit = checkout.resolve("oit");
    Run first = launch(oit, folder, environment, "--version");
    assertEquals("oit 9.8.7-test\n", first.out(), first.all());
    assertTrue(first.err().contains("building"), first.err());
    assertVersion(launch(oit, folder, environment, "--version"));
    assertEquals(1, builds(checkout), "not built again when nothing changed");

    Path jar = checkout.resolve("target/oit.jar");
    Files.setLastModifiedTime(
        source, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 5_000));
    launch(oit, folder, environment, "--version");
    assertEquals(2, builds(checkout), "built again when a source is newer");

    Files.writeString(mvn, "#!/bin/sh\necho 'something is wrong' >&2\nexit 1\n");
    Files.delete(jar);
    Run failed = launch(oit, folder, environment, "--version");
    assertEquals(2, failed.exitCode(), failed.all());
    assertTrue(failed.err().contains("the build failed"), failed.err());
    assertEquals("", failed.out());
  }

  private static long builds(Path checkout) throws IOException {
    return Files.readAllLines(checkout.resolve("builds.txt")).size();
  }
}
