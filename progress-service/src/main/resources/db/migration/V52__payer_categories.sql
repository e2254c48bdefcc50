-- Who pays for a stay by its first day, as a category; absent where intake has not told it.
alter table episode add column payer_category text;
alter table rebuilt_admission add column payer_category text;
