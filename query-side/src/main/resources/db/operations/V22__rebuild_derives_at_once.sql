-- Sums and indexes are made side by side; they are one phase.
update rebuild set phase = 'DERIVING' where phase = 'INDEXING';
