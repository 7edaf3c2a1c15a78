package dev.elbow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  private static final String FIGURES =
      """
      {"test.negativeElbo": {"value": 104.2137, "unit": "nats per example", "bound": true,
         "boundReason": "log p(x)", "standardError": 0.3214, "interval": [103.58, 104.84],
         "settings": {"samples": "500"}},
       "test.activeUnits": {"value": 2, "unit": "1", "components": [0.5, 0.25, 0.001]},
       "test.kl": {"value": null, "note": "not a number", "unit": "nats per example"},
       "test.objective": {"value": 9.5, "unit": "nats per example", "bound": false,
         "boundReason": "mmd: no bound"}}
      """;

  private @TempDir Path temp;
  private RunFixture fixture;

  @BeforeEach
  void makeRun() {
    fixture = new RunFixture(temp.resolve("my-run"));
  }

  @Test
  void theSummarySaysWhatWasMadeOfWhatAndHowGoodItIs() throws IOException {
    String lead = finished().select(".lead").text();
    assertThat(lead)
        .contains("3 latent dimensions, posterior diagonal, prior standard-normal")
        .contains("decoder bernoulli")
        .contains("trained on letters (60 examples) for 2 of 3 epochs with seed 7")
        .contains("minimising the reconstruction error plus 4.0 times kl (weight by the schedule")
        .contains("plus mmd")
        .contains("On the test set its negative ELBO is 104.21 ± 0.32 nats per example, a bound on")
        .contains("log p(x)");
  }

  @Test
  void everyFigureHasValueErrorUnitBoundIntervalAndSettings() throws IOException {
    Document page = finished();
    assertThat(row(page, "test.negativeElbo"))
        .containsExactly(
            "104.21 ± 0.32",
            "nats per example",
            "a bound on log p(x)",
            "103.58 to 104.84",
            "samples 500");
    assertThat(row(page, "test.objective"))
        .containsExactly("9.50", "nats per example", "not a bound: mmd: no bound", "", "");
    assertThat(row(page, "test.activeUnits"))
        .containsExactly("2.00", "", "", "", "3 components 0.50, 0.25, 0.001");
    assertThat(row(page, "test.kl").get(0)).isEqualTo("not a number");
  }

  @Test
  void thePageAsksNothingOfTheNetwork() throws IOException {
    String html = html(finishedRun());
    assertThat(html.replace("http://www.w3.org", "")).doesNotContain("http:", "https:");
    Document page = Jsoup.parse(html);
    assertThat(page.select("script, link, iframe, object, embed")).isEmpty();
    assertThat(page.select("img"))
        .isNotEmpty()
        .allSatisfy(img -> assertThat(img.attr("src")).startsWith("data:image/png;base64,"));
    assertThat(html).doesNotContain("@import").doesNotContain("url(");
  }

  @Test
  void thePageServesPhonesDarkRoomsAndScreenReaders() throws IOException {
    Document page = finished();
    assertThat(page.documentType().name()).isEqualTo("html");
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
    assertThat(page.select("style").html()).contains("prefers-color-scheme: dark");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("img")).allSatisfy(i -> assertThat(i.attr("alt")).isNotBlank());
    assertThat(page.select("table")).isNotEmpty();
    assertThat(page.select("thead th")).allSatisfy(th -> scoped(th, "col"));
    assertThat(page.select("tbody th")).allSatisfy(th -> scoped(th, "row"));
    assertThat(page.select("table > caption")).hasSameSizeAs(page.select("table"));
    assertThat(page.select("figure.chart > svg"))
        .allSatisfy(svg -> assertThat(svg.attr("aria-label")).contains("Line chart of"));
  }

  @Test
  void theCurvesShowEachTermOfEachSplitAndWhatTheDoctorWatches() throws IOException {
    Document page = finished();
    assertThat(page.select(".chart h3").eachText())
        .containsExactly(
            "Objective", "Reconstruction", "KL", "Active units (test)", "Sigma (vitals)");
    Element kl = page.select(".chart").get(2);
    assertThat(kl.select(".legend li").eachText()).containsExactly("train", "validation");
    assertThat(kl.select("path.curve")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(kl.selectFirst("svg[role=img]").attr("aria-label"))
        .contains("train: from 1.00 to 2.00.", "validation: from 3.00 to 4.00.");
  }

  @Test
  void theRemarksOfTheDoctorComeBeforeTheFigures() throws IOException {
    fixture.remarks(
        "{\"epoch\": 3, \"finding\": \"posterior collapse\", \"text\": \"KL is 0: warm up.\"}",
        "{\"epoch\": 5, \"finding\": \"posterior collapse\", \"over\": true, \"text\": \"Good.\"}",
        "{\"epoch\": 6, \"finding\": \"dead units\", \"text\": \"dead units: 3 of 8.\"}");
    Document page = finished();
    assertThat(page.select(".remarks li").eachText())
        .containsExactly(
            "Epoch 3, posterior collapse. KL is 0: warm up.",
            "Epoch 5, posterior collapse is over. Good.",
            "Epoch 6: dead units: 3 of 8.");
    assertThat(page.select("h2").eachText())
        .containsExactly("Remarks", "Figures", "Curves", "Pictures", "Configuration", "Origin");
  }

  @Test
  void picturesCarryTheirWordsAndTheLossIsNotDrawnTwice() throws IOException {
    Document page = finished();
    assertThat(page.select(".gallery figcaption").eachText()).containsExactly("Look for variety.");
    fixture.picture("loss.png", "Curves", "A chart.", "");
    assertThat(Jsoup.parse(html(fixture)).select(".gallery img")).isEmpty();
  }

  @Test
  void configurationAndOriginAreThere() throws IOException {
    Document page = finished();
    assertThat(page.select("details pre").get(0).wholeText()).isEqualTo(RunFixture.CONFIG);
    assertThat(page.text())
        .contains("0123456789abcdef", "dev.elbow.p", "OPENBLAS", "train 60, test 10", "1 x 2 x 2");
  }

  @Test
  void whateverNamesHoldIsTextAndNoMarkup() throws IOException {
    String evil = "<script>alert('1')</script>&\"";
    fixture
        .config(RunFixture.CONFIG.replace("name: small", "name: \"<b>bold</b> & co\""))
        .figures("{\"test.<i>x</i>\": {\"value\": 1, \"unit\": \"<u>\"}}")
        .remarks("{\"epoch\": 1, \"finding\": \"<em>\", \"text\": \"a < b \\u0000\"}")
        .picture("samples.png", evil, evil, evil);
    Document page = Jsoup.parse(html(fixture));
    assertThat(page.select("script, b, i, u, em")).isEmpty();
    assertThat(page.select(".gallery img").attr("alt")).isEqualTo(evil);
    assertThat(page.select("figcaption").text()).isEqualTo(evil);
    assertThat(page.select(".remarks li").text()).contains("a < b \ufffd");
  }

  @Test
  void aRunThatIsStillInTrainingHasAPageThatSaysSo() throws IOException {
    Document page = Jsoup.parse(html(fixture));
    assertThat(page.select(".lead").text())
        .contains("0 of 3 epochs")
        .contains("no evaluation yet: it is still in training, or was interrupted");
    assertThat(page.select("main").text())
        .contains("There are no figures yet", "No epoch is complete yet", "no pictures yet");
    assertThat(page.select("img")).isEmpty();
  }

  @Test
  void picturesOfRunsFromBeforeThereWasAListAreShown() throws IOException {
    fixture.picture("samples.png", "t", "a", "c");
    Files.delete(fixture.run().images().resolve("pictures.json"));
    assertThat(Jsoup.parse(html(fixture)).select(".gallery h3").eachText())
        .containsExactly("Samples");
  }

  @Test
  void aDamagedFileIsNamed() {
    fixture.figures("{\"test.kl\": ");
    assertThatThrownBy(() -> RunReport.write(fixture.run()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-EVALUATION");
  }

  private RunFixture finishedRun() {
    return fixture
        .figures(FIGURES)
        .epochs(
            "{\"epoch\": 1, \"train\": {\"objective\": 9, \"reconstruction\": 8, \"kl\": 1},"
                + " \"validation\": {\"objective\": 9, \"reconstruction\": 8, \"kl\": 3,"
                + " \"negativeElbo\": 9}, \"vitals\": {\"sigma\": 1.5}}",
            "{\"epoch\": 2, \"train\": {\"objective\": 7, \"reconstruction\": 6, \"kl\": 2},"
                + " \"validation\": {\"objective\": 8, \"reconstruction\": 7, \"kl\": 4,"
                + " \"negativeElbo\": 8}, \"vitals\": {\"sigma\": 1.2},"
                + " \"metrics\": {\"test.activeUnits\": {\"value\": 3, \"unit\": \"1\"}}}")
        .picture("samples.png", "Samples", "A grid of samples.", "Look for variety.");
  }

  private Document finished() throws IOException {
    return Jsoup.parse(html(finishedRun()));
  }

  private static String html(RunFixture fixture) throws IOException {
    return Files.readString(RunReport.write(fixture.run()));
  }

  private static List<String> row(Document page, String figure) {
    return page.select("tr:has(code:containsOwn(" + figure + ")) > td").stream()
        .map(Element::text)
        .toList();
  }

  private static void scoped(Element header, String scope) {
    assertThat(header.attr("scope")).isEqualTo(scope);
  }
}
