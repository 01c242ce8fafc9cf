enum IngestAppModule {}
