// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s06convolution;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import dev.hpo.samples.natives.Table;
import dev.hpo.samples.network.Example;
import dev.hpo.samples.s02digits.Digits;
import java.io.IOException;
import java.util.List;

/** A small convolutional network that tells digits apart, in DJL on PyTorch. One at a time: DJL collects gradients once a JVM. */
final class ConvolutionNetwork implements AutoCloseable {
    private static final int SIDE = 8;
    private static final Shape FILTER = new Shape(3, 3);
    private static final Shape HALF = new Shape(2, 2);

    private final Model model;
    private final Trainer trainer;
    private final int batchSize;

    private ConvolutionNetwork(Model model, Trainer trainer, int batchSize) {
        this.model = model;
        this.trainer = trainer;
        this.batchSize = batchSize;
    }

    /** Returns an untrained network; weights, shuffling and dropout depend on {@code seed} alone. */
    static ConvolutionNetwork init(ConvolutionConfig config, long seed) {
        // That of the whole JVM, which is in order as long as only one network is trained at a time.
        Engine.getInstance().setRandomSeed((int) seed);
        Model model = Model.newInstance("digits");
        model.setBlock(block(config));
        Optimizer adam = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) config.learningRate()))
                .build();
        Trainer trainer =
                model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam));
        trainer.initialize(new Shape(1, 1, SIDE, SIDE));
        return new ConvolutionNetwork(model, trainer, config.batchSize());
    }

    private static Block block(ConvolutionConfig config) {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(FILTER)
                        .optPadding(new Shape(1, 1))
                        .setFilters(config.filters())
                        .build())
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(HALF, HALF))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(config.hiddenUnits()).build())
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate((float) config.dropout()).build())
                .add(Linear.builder().setUnits(Digits.CLASSES).build());
    }

    /** Learns every digit once. */
    void fitOneEpoch(List<Example> digits) throws IOException, TranslateException {
        try (NDManager memory = trainer.getManager().newSubManager()) {
            ArrayDataset dataset = new ArrayDataset.Builder()
                    .setData(images(digits, memory).head())
                    .optLabels(labels(digits, memory).head())
                    .setSampling(batchSize, true)
                    .build();
            for (Batch batch : trainer.iterateDataset(dataset)) {
                try (batch) {
                    EasyTrain.trainBatch(trainer, batch);
                    trainer.step();
                }
            }
        }
    }

    /** Returns the mean cross-entropy in nats; not a number where the training has diverged. */
    double loss(List<Example> digits) {
        try (NDManager memory = trainer.getManager().newSubManager()) {
            NDList outputs = trainer.evaluate(images(digits, memory));
            outputs.attach(memory);
            return trainer.getLoss().evaluate(labels(digits, memory), outputs).getFloat();
        }
    }

    private static NDList images(List<Example> digits, NDManager memory) {
        Table table = Table.of(digits);
        return new NDList(memory.create(table.inputs(), new Shape(table.rows(), 1, SIDE, SIDE)));
    }

    private static NDList labels(List<Example> digits, NDManager memory) {
        return new NDList(memory.create(Table.of(digits).labels()));
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
