package dev.elbow.engine.training;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.diagnosis.CollapseDoctor;
import dev.elbow.engine.diagnosis.Finding;
import dev.elbow.engine.diagnosis.Patient;
import dev.elbow.engine.diagnosis.Vitals;
import dev.elbow.engine.diagnosis.VitalsReader;
import dev.elbow.engine.model.ModelGraphs;

/** Has the doctor look at each epoch, and passes on what he says. */
final class CollapseWatch {
  private final ModelGraphs model;
  private final Split examples;
  private final TrainingJournal journal;
  private final TrainingListener listener;
  private final VitalsReader reader = new VitalsReader();
  private final CollapseDoctor doctor;

  /** Begins where the journal ends. */
  CollapseWatch(
      ModelGraphs model, DataSplits data, TrainingJournal journal, TrainingListener listener) {
    this.model = model;
    this.examples = data.validation().orElse(data.train());
    this.journal = journal;
    this.listener = listener;
    boolean drawn = !model.training().terms().isEmpty();
    Patient patient = new Patient(model.parts().latent(), drawn);
    this.doctor = new CollapseDoctor(patient, journal.vitals());
  }

  Vitals vitals(Progress progress, double gradientNorm) {
    return reader.read(model, examples, progress.epoch, gradientNorm);
  }

  void report(Progress progress, Vitals vitals) {
    for (Finding finding : doctor.examine(vitals)) {
      journal.log(progress, finding);
      listener.remark(finding.text());
    }
  }
}
