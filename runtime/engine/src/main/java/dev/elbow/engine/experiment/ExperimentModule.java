package dev.elbow.engine.experiment;

import com.google.inject.AbstractModule;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.training.EpochMetrics;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.TrainingListener;
import dev.elbow.engine.training.TrainingPlan;
import dev.elbow.runs.RunFolder;

/** Binds what one training works on. */
final class ExperimentModule extends AbstractModule {
  private final ModelGraphs model;
  private final DataSplits data;
  private final TrainingPlan plan;
  private final RunFolder run;
  private final TrainingListener listener;
  private final StopSignal stop;
  private final EpochMetrics metrics;

  ExperimentModule(
      ModelGraphs model,
      DataSplits data,
      TrainingPlan plan,
      RunFolder run,
      TrainingListener listener,
      StopSignal stop,
      EpochMetrics metrics) {
    this.model = model;
    this.data = data;
    this.plan = plan;
    this.run = run;
    this.listener = listener;
    this.stop = stop;
    this.metrics = metrics;
  }

  @Override
  protected void configure() {
    bind(ModelGraphs.class).toInstance(model);
    bind(DataSplits.class).toInstance(data);
    bind(TrainingPlan.class).toInstance(plan);
    bind(RunFolder.class).toInstance(run);
    bind(TrainingListener.class).toInstance(listener);
    bind(StopSignal.class).toInstance(stop);
    bind(EpochMetrics.class).toInstance(metrics);
  }
}
