package dev.elbow.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.benchmarks.cases.Cases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void aJobComesThroughUnchanged() {
    Job job = new Job(Job.Task.TIME, Cases.standard().get(4), 2, "/data", "mnist", "/file");
    assertThat(Wire.job(Wire.write(job))).isEqualTo(job);
  }

  @Test
  void aReplyComesThroughUnchanged() {
    Reply reply =
        new Reply(
            Optional.of(new Figures(1, 2, 3, 4, 5)),
            List.of(new Agreement("loss", 1, 2, 3, "w", 4)),
            Map.of("version", "1"));
    assertThat(Wire.reply(Wire.write(reply))).contains(reply);
  }

  @Test
  void otherOutputOfAProcessIsNoReply() {
    assertThat(Wire.reply("Added differentiated op mmul")).isEmpty();
  }
}
