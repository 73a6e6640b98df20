"""Papers of an office as Decree 30/2020/NĐ-CP lays them out: its Annex I says every size, gap and place in this folder."""
