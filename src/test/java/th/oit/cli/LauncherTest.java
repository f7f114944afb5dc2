package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    makeJar(home.resolve("target/oit.jar"), false);
    site = TestSite.ours(folder.resolve("เว็บไซต์ ตำบล"));
  }

  /**
   * @param apart whether the jar has its libraries beside it, for a user who cannot read ours
   */
  private static void makeJar(Path jar, boolean apart) throws IOException {
    Path classes = null;
    StringBuilder libraries = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && Files.exists(path.resolve("th/oit/cli/Main.class"))) {
        classes = path;
      } else if (Files.isRegularFile(path) && !path.getFileName().toString().startsWith("slf4j")) {
        String name = path.getFileName().toString();
        if (!apart) {
          libraries.append(path.toUri()).append(' ');
        } else if (name.matches(
            "(freemarker|commonmark|autolink|jackson|jsoup|picocli|qrcodegen|snakeyaml).*")) {
          Path lib = Files.createDirectories(jar.resolveSibling("lib"));
          Files.copy(path, lib.resolve(name));
          libraries.append("lib/").append(name).append(' ');
        }
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
    Path oit = home.resolve("oit");
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    FileTime made = Files.getLastModifiedTime(archive);
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    assertEquals(made, Files.getLastModifiedTime(archive), "a fresh archive is kept");
    Path jar = home.resolve("target/oit.jar");
    long jarTime = Files.getLastModifiedTime(jar).toMillis();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(jarTime - 86_400_000));
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    assertNotEquals(
        made, Files.getLastModifiedTime(archive), "of another jar, though an older one");
    Files.delete(archive);
    assertVersion(launch(oit, folder, Map.of(), "--version"));
    assertTrue(Files.exists(archive), "made again when it is gone");
  }

  // A release.

  /**
   * A program as it is unpacked: no sources, the jar in a folder of its own, a site to learn on.
   */
  private static Path release(String name) throws IOException {
    Path release = Files.createDirectories(folder.resolve(name));
    Files.copy(home.resolve("oit"), release.resolve("oit"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(release.resolve("app"));
    Files.copy(home.resolve("target/oit.jar"), release.resolve("app/oit.jar"));
    TestSite.ours(release.resolve("sample"));
    return release;
  }

  @Test
  void aReleaseNeedsOnlyJavaAndLeavesItsSampleAsItWas() throws Exception {
    Path release = release("oit 1.0 (รุ่น แจก)");
    Path bin = onlyTools("java bin");
    standIn(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
    Map<String, String> environment = Map.of("JAVA_HOME", "", "PATH", bin.toString());
    assertVersion(launch(release.resolve("oit"), folder, environment, "--version"));
    try (Stream<Path> files = Files.list(release.resolve("app"))) {
      assertEquals(
          List.of("oit.jar", "oit.jsa", "oit.jsa.key"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertFalse(Files.exists(release.resolve("sample/.oit")));
    assertFalse(Files.exists(release.resolve("sample/public")));
    assertFalse(Files.exists(release.resolve("target")));
  }

  /** A folder with what the launcher itself calls, and nothing else. */
  private static Path onlyTools(String name) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(name));
    for (String tool : "readlink dirname ls tr sed head rm mv cp mkdir chmod".split(" ")) {
      standIn(bin.resolve(tool), Path.of("/bin", tool));
    }
    return bin;
  }

  private static void standIn(Path program, Path real) throws IOException {
    Files.writeString(program, "#!/bin/sh\nexec '" + real + "' \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  @Test
  void aReleaseThatCannotBeWrittenToKeepsItsClassesInTheUsersCache() throws Exception {
    Path release = release("oit อ่านอย่างเดียว");
    Files.delete(release.resolve("app/oit.jar"));
    makeJar(release.resolve("app/oit.jar"), true);
    Path user = Files.createDirectories(folder.resolve("ผู้ใช้"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(
        release.resolve("app"), PosixFilePermissions.fromString("r-xr-xr-x"));
    boolean free = Files.isWritable(release.resolve("app"));
    Path setpriv = Path.of("/usr/bin/setpriv");
    assumeTrue(!free || Files.isExecutable(setpriv), "nobody here whom permissions hold");
    List<String> as = new ArrayList<>();
    if (free) {
      as.addAll(List.of("--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    as.addAll(List.of(release.resolve("oit").toString(), "--version"));
    Path program = free ? setpriv : Path.of(as.remove(0));
    String[] args = as.toArray(String[]::new);
    try {
      Path archive = user.resolve(".cache/oit/oit.jsa");
      Map<String, String> environment = Map.of("HOME", user.toString(), "XDG_CACHE_HOME", "");
      assertVersion(launch(program, folder, environment, args));
      assertTrue(Files.exists(archive));
      FileTime made = Files.getLastModifiedTime(archive);
      assertVersion(launch(program, folder, environment, args));
      assertEquals(made, Files.getLastModifiedTime(archive));
      try (Stream<Path> left = Files.list(archive.getParent())) {
        assertEquals(2, left.count(), "nothing but the archive and its key");
      }
      // And where there is no such place at all, it works without.
      assertVersion(
          launch(program, folder, Map.of("HOME", "/no/such", "XDG_CACHE_HOME", ""), args));
    } finally {
      Files.setPosixFilePermissions(
          release.resolve("app"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void theRuntimeBesideAReleaseIsUsedWhateverElseThereIs() throws Exception {
    Path release = release("oit พร้อม Java");
    Path java = Files.createDirectories(release.resolve("runtime/bin")).resolve("java");
    standIn(java, Path.of(System.getProperty("java.home"), "bin/java"));
    assertVersion(
        launch(release.resolve("oit"), folder, Map.of("JAVA_HOME", "/no/such/java"), "--version"));
  }

  @Test
  void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
    Path release = release("oit กับ Java เก่า");
    Path old = Files.createDirectories(folder.resolve("java 8/bin")).resolve("java");
    Files.writeString(
        old,
        "#!/bin/sh\n[ \"$1\" = -version ] && echo 'java version \"1.8.0_281\"' >&2 && exit 0\n"
            + "echo 'Unrecognized option: -Xlog:disable' >&2; exit 1\n");
    assertTrue(old.toFile().setExecutable(true));
    Run run =
        launch(
            release.resolve("oit"),
            folder,
            Map.of("JAVA_HOME", folder.resolve("java 8").toString()),
            "--version");
    assertEquals(2, run.exitCode(), run.all());
    assertTrue(run.err().contains("Java 8 at "), run.err());
    assertTrue(run.err().contains("ต้องใช้รุ่น 17 ขึ้นไป"), run.err());
  }

  @Test
  void aJavaThatLaysOutNoClassesIsAskedForThemOnce() throws Exception {
    Path release = release("oit กับ Java อื่น");
    Path bin = Files.createDirectories(folder.resolve("java อื่น/bin"));
    Path java = bin.resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\necho \"$@\" >> '"
            + folder.resolve("calls.txt")
            + "'\ncase $1 in -version) echo 'openjdk version \"17.0.1\"' >&2; exit 0;; esac\n"
            + "case \"$*\" in *ArchiveClassesAtExit*) exit 1;; esac\necho 'oit 9.8.7-test'\n");
    assertTrue(java.toFile().setExecutable(true));
    Map<String, String> environment = Map.of("JAVA_HOME", bin.getParent().toString());
    for (int i = 0; i < 3; i++) {
      assertVersion(launch(release.resolve("oit"), folder, environment, "--version"));
    }
    List<String> calls = Files.readAllLines(folder.resolve("calls.txt"));
    assertEquals(5, calls.size(), calls::toString);
    assertEquals(1, calls.stream().filter(call -> call.contains("ArchiveClasses")).count());
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
