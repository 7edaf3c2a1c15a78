package dev.elbow.engine.experiment;

import dev.elbow.configuration.PartMaker;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.audit.AuditOptions;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.audit.Auditor;
import dev.elbow.engine.audit.FlowObserver;
import dev.elbow.engine.audit.Subject;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.Flow;
import dev.elbow.spi.Role;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes runs and configurations to the auditor, their parts made anew for it. */
final class Auditing {
  private final ModelMaker models;
  private final Auditor auditor;

  @Inject
  Auditing(ModelMaker models) {
    this.models = models;
    this.auditor = new Auditor();
  }

  AuditReport run(OpenRun run, DataFolder folder, AuditOptions options) {
    DataSplits data = run.data(folder);
    return audit(run.header(), data, run.epoch(), Optional.of(run.model().parameters()), options);
  }

  /** The weights of the objective are those after the last epoch. */
  AuditReport configuration(ExperimentHeader header, DataFolder folder, AuditOptions options) {
    DataSplits data = header.openData(folder);
    return audit(header, data, header.training().epochs(), Optional.empty(), options);
  }

  private AuditReport audit(
      ExperimentHeader header,
      DataSplits data,
      double epoch,
      Optional<ParameterStore> trained,
      AuditOptions options) {
    FlowObserver flows = new FlowObserver(header.latent());
    ModelParts parts =
        models.parts(header, data.shape(), data.values(), maker -> observing(maker, flows));
    int batch = header.training().batch();
    Subject subject = new Subject(parts, flows, data.test(), header.seed(), batch, epoch, trained);
    return auditor.audit(subject, options);
  }

  private static PartMaker observing(PartMaker maker, FlowObserver flows) {
    return (role, factory, options, place) -> {
      Object part = maker.make(role, factory, options, place);
      return role == Role.FLOW ? flows.observe(factory.name(), (Flow) part) : part;
    };
  }
}
